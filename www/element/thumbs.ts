/** Small pictures of series, made for those that are on the screen: a few at a time, and none for what was scrolled past. */

import type { Picture } from "../engine/index.js";
import type { Journey } from "./journey.js";

/** Puts a picture in its place; nothing where there is none. */
type Show = (picture: Picture | undefined) => void;

interface Wish {
  readonly series: string;
  readonly show: Show;
}

class Thumbs {
  #journey: Journey;
  #known = new Map<string, Picture | undefined>();
  /** By place, in the order in which they came on the screen. */
  #wishes = new Map<Element, Wish>();
  #watched = new WeakMap<Element, Wish>();
  #underway = 0;
  #observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) this.#seen(target, isIntersecting);
  });

  constructor(journey: Journey) {
    this.#journey = journey;
  }

  /** Has the picture of a series made once its place is on the screen. */
  watch(place: Element, series: string, show: Show): void {
    if (this.#known.has(series)) return show(this.#known.get(series));
    this.#watched.set(place, { series, show });
    this.#observer.observe(place);
  }

  #seen(place: Element, isOnScreen: boolean): void {
    const wish = this.#watched.get(place);
    if (isOnScreen && wish) this.#wishes.set(place, wish);
    else this.#wishes.delete(place);
    if (!place.isConnected) this.#observer.unobserve(place);
    this.#go();
  }

  #go(): void {
    while (this.#underway < TOGETHER) {
      const next = this.#wishes.entries().next();
      if (next.done) return;
      const [place, wish] = next.value;
      this.#wishes.delete(place);
      void this.#make(place, wish);
    }
  }

  async #make(place: Element, { series, show }: Wish): Promise<void> {
    this.#underway++;
    const picture = this.#known.get(series) ?? (await this.#journey.picture(series, EDGE));
    this.#underway--;
    // In another state there are no pictures, which says nothing of this one.
    if (this.#journey.state === "review") {
      this.#observer.unobserve(place);
      this.#watched.delete(place);
      this.#keep(series, picture);
      show(picture);
    }
    this.#go();
  }

  #keep(series: string, picture: Picture | undefined): void {
    this.#known.set(series, picture);
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest);
  }
}

/** The pictures of the review that is on the screen: kept as long as it is. */
export function thumbsOf(journey: Journey): Thumbs {
  const key = journey.review ?? journey;
  const thumbs = made.get(key) ?? new Thumbs(journey);
  made.set(key, thumbs);
  return thumbs;
}

const made = new WeakMap<object, Thumbs>();

/** Longest side in device pixels: 72 CSS pixels on a dense screen. */
const EDGE = 144;
/** Pictures that are made at one time. */
const TOGETHER = 2;
/** Pictures that are kept: 80 kB each. */
const KEPT = 200;
