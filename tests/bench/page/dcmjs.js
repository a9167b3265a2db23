/** dcmjs, in a worker. */

const worker = new Worker("/dcmjs-worker.js");
const answer = () => new Promise((done, fail) => Object.assign(worker, { onmessage: ({ data }) => done(data), onerror: fail }));

await answer();

globalThis.run = async () => {
  const files = [...document.querySelector("input").files];
  const start = performance.now();
  worker.postMessage(files);
  const result = await answer();
  return { ms: performance.now() - start, ...result };
};
