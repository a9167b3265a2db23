/** Kinds of containers whose directory is read here, as the core calls them. */

export type Container = "gzip" | "iso" | "tar";

export function isContainer(what: unknown): what is Container {
  return what === "gzip" || what === "iso" || what === "tar";
}
