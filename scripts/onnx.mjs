/** Reads and writes protocol buffers as far as an ONNX model needs it: messages as lists of fields, nothing interpreted. */

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** Field numbers of onnx.proto3. */
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const GRAPH_OUTPUT = 12;
const NODE_ATTRIBUTE = 5;
const ATTRIBUTE_TENSOR = 5;
const TENSOR_DIMS = 1;
const TENSOR_TYPE = 2;
const TENSOR_RAW = 9;
const VALUE_NAME = 1;

/** TensorProto.DataType.FLOAT. */
const FLOAT = 1;

/** @typedef {{ number: number, wire: number, value: bigint | Uint8Array }} Field */

/**
 * The fields of a message, in their order. Bytes are views into it.
 *
 * @param {Uint8Array} bytes
 * @returns {Field[]}
 */
export function fields(bytes) {
  const found = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 63n) throw new Error("A model is not a protocol buffer.");
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length) => {
    if (at + length > bytes.length) throw new Error("A model is cut off.");
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const wire = key & 7;
    const value = wire === VARINT ? varint() : take({ [FIXED64]: 8, [BYTES]: 0, [FIXED32]: 4 }[wire] || Number(varint()));
    found.push({ number: key >> 3, wire, value });
  }
  return found;
}

/**
 * The bytes of a message with these fields.
 *
 * @param {Field[]} list
 */
export function message(list) {
  const parts = [];
  for (const { number, wire, value } of list) {
    parts.push(varint(BigInt((number << 3) | wire)));
    if (typeof value === "bigint") parts.push(varint(value));
    else if (wire === BYTES) parts.push(varint(BigInt(value.length)), value);
    else parts.push(value);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** @param {bigint} value */
function varint(value) {
  const bytes = [];
  for (; value >= 0x80n; value >>= 7n) bytes.push(Number(value & 0x7fn) | 0x80);
  return Uint8Array.of(...bytes, Number(value));
}

/** The same fields, those of one number passed through `change`. */
function changed(bytes, number, change) {
  return message(fields(bytes).map((field) => (field.number === number ? { ...field, value: change(bytesOf(field)) } : field)));
}

/** @returns {Uint8Array} */
function bytesOf({ value }) {
  if (typeof value === "bigint") throw new Error("A model's message is a number.");
  return value;
}

/**
 * What a tensor is, and where its values lie; nothing where they are not 32-bit floats as raw bytes.
 *
 * @param {Uint8Array} bytes
 */
function tensor(bytes) {
  const list = fields(bytes);
  const raw = list.find(({ number }) => number === TENSOR_RAW);
  const type = list.find(({ number }) => number === TENSOR_TYPE)?.value;
  if (!raw || Number(type) !== FLOAT) return undefined;
  const dims = list.filter(({ number }) => number === TENSOR_DIMS).flatMap(numbers);
  return { list, dims, raw: bytesOf(raw) };
}

/** A repeated number: packed, or each on its own. */
function numbers({ value }) {
  if (typeof value === "bigint") return [Number(value)];
  // The fields of a packed list have no keys: each value is put behind one.
  const packed = [];
  let current = 0n;
  let shift = 0n;
  for (const byte of value) {
    current |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte < 0x80) {
      packed.push(Number(current));
      current = 0n;
      shift = 0n;
    }
  }
  return packed;
}

/** Every tensor that is an attribute of one of the model's nodes: these models hold all their weights so. */
function* tensors(model) {
  for (const graph of of(model, MODEL_GRAPH))
    for (const node of of(graph, GRAPH_NODE))
      for (const attribute of of(node, NODE_ATTRIBUTE))
        for (const found of of(attribute, ATTRIBUTE_TENSOR)) {
          const read = tensor(found);
          if (read) yield read;
        }
}

function of(bytes, wanted) {
  return fields(bytes)
    .filter(({ number }) => number === wanted)
    .map(bytesOf);
}

/**
 * Where the values of all 32-bit float tensors of two or more dimensions lie in a model: what is large in it.
 *
 * @param {Uint8Array} model
 * @returns {Uint8Array[]} views into it, in their order
 */
export function weights(model) {
  return [...tensors(model)].filter(({ dims }) => dims.length > 1).map(({ raw }) => raw);
}

/**
 * A model of fewer classes: of every tensor whose last dimension has `count` values, only those at the indices `kept` are left. The
 * shape that the model states for its output is left out, since it would not be true any more.
 *
 * @param {Uint8Array} model
 * @param {number} count
 * @param {number[]} kept
 */
export function withClasses(model, count, kept) {
  let cuts = 0;
  const cut = (bytes) => {
    const found = tensor(bytes);
    if (found?.dims.at(-1) !== count) return bytes;
    cuts++;
    const words = new Uint32Array(found.raw.slice().buffer);
    const rows = words.length / count;
    const fewer = Uint32Array.from(
      { length: rows * kept.length },
      (_, at) => words[Math.floor(at / kept.length) * count + kept[at % kept.length]],
    );
    const dims = [...found.dims.slice(0, -1), kept.length].map((dim) => ({ number: TENSOR_DIMS, wire: VARINT, value: BigInt(dim) }));
    const rest = found.list.filter(({ number }) => number !== TENSOR_DIMS && number !== TENSOR_RAW);
    return message([...dims, ...rest, { number: TENSOR_RAW, wire: BYTES, value: new Uint8Array(fewer.buffer) }]);
  };
  const node = (bytes) => changed(bytes, NODE_ATTRIBUTE, (attribute) => changed(attribute, ATTRIBUTE_TENSOR, cut));
  const nameOnly = (bytes) => message(fields(bytes).filter(({ number }) => number === VALUE_NAME));
  const graph = (bytes) => changed(changed(bytes, GRAPH_NODE, node), GRAPH_OUTPUT, nameOnly);
  const fewer = changed(model, MODEL_GRAPH, graph);
  if (cuts !== 2) throw new Error("The model's last layer is not one matrix and one row of as many columns as there are classes.");
  return fewer;
}
