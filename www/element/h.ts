/** One tiny builder of DOM: text nodes only, so that nothing a file says can become markup. */

export type Child = Node | string | null | undefined | false;

type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/**
 * An element with attributes, listeners and children.
 *
 * `onclick` and the like take functions and become listeners; `true` is an empty attribute; `false`, `null` and `undefined` are none.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(isPresent));
  return element;
}

/** A value that comes from a file: kept in its own writing direction, so that it cannot disturb the words around it. */
export function value(text: string): HTMLElement {
  return h("bdi", { dir: "auto" }, text);
}

/** An SVG element: `shape("path", { d: "…" })`. Decoration only, hidden from assistive technology by its root. */
export function shape<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number>,
  ...children: SVGElement[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** A step's heading, which takes the focus when the step begins. */
export function heading(text: string): HTMLHeadingElement {
  return h("h2", { tabindex: -1, class: "title" }, text);
}

function isPresent(child: Child): child is Node | string {
  return child !== null && child !== undefined && child !== false;
}
