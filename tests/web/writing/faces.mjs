/** Which typefaces write which script. */

const face = (family, folder, scripts, weight = "400") => ({ family, folder, scripts: new Set(scripts), weight });

/** Family, npm folder, scripts that it has besides digits, weight. */
export const FACES = [
  face("Arimo", "arimo", ["latin", "cyrillic", "greek", "hebrew"]),
  face("Arimo", "arimo", ["latin", "cyrillic", "greek", "hebrew"], "700"),
  face("Tinos", "tinos", ["latin", "cyrillic", "greek"]),
  face("Cousine", "cousine", ["latin", "cyrillic", "greek"]),
  face("DejaVu Sans", "dejavu-sans", ["latin"]),
  face("DejaVu Sans", "dejavu-sans", ["latin"], "700"),
  face("PT Sans", "pt-sans", ["latin", "cyrillic"]),
  face("VT323", "vt323", ["latin"]),
  face("Share Tech Mono", "share-tech-mono", ["latin"]),
  face("Silkscreen", "silkscreen", ["latin"]),
  face("Courier Prime", "courier-prime", ["latin"]),
  face("Cairo", "cairo", ["latin", "arabic"]),
  face("Heebo", "heebo", ["latin", "hebrew"]),
  face("Hind", "hind", ["latin", "devanagari"]),
  face("Sarabun", "sarabun", ["latin", "thai"]),
  face("Noto Sans Arabic", "noto-sans-arabic", ["arabic"]),
  face("Noto Sans Hebrew", "noto-sans-hebrew", ["hebrew"]),
  face("Noto Sans Devanagari", "noto-sans-devanagari", ["devanagari"]),
  face("Noto Sans Thai", "noto-sans-thai", ["thai"]),
  face("ZCOOL XiaoWei", "zcool-xiaowei", ["chinese"]),
  face("DotGothic16", "dotgothic16", ["japanese"]),
  face("Kosugi Maru", "kosugi-maru", ["japanese"]),
  face("Nanum Gothic Coding", "nanum-gothic-coding", ["latin", "korean"]),
];

/** The faces that have a script. */
export const facesOf = (script) => FACES.filter(({ scripts }) => scripts.has(script));
