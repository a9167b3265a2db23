/** Takes the place of `tags.ts` in the light page, which has no room for names: its table of fields has their tags alone. */
export function attributeName(_path: string): string | undefined {
  return undefined;
}
