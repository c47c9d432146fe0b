/**
 * Attachments that do something when they are opened, or hide what they hold. IRCC's letters bring none, or a PDF; one that
 * was not asked for is a sign of fraud (docs/domain.md section 6, [16]).
 */

/** What such an attachment is, by its name's ending or by its type; null of all others. Nothing else of the name is told. */
export const harmOf = (contentType: string, name: string): string | null => {
  const ending = /\.([a-z\d-]{1,20})[\s."']{0,20}$/i.exec(name.slice(-60))?.[1]?.toLowerCase() ?? "";
  if (harmful.has(ending)) return ending;
  const type = contentType.toLowerCase();
  return types.find(([sign]) => type.includes(sign))?.[1] ?? null;
};

/** Pages and pictures with scripts, programs, shortcuts, packed files, images of disks, documents with macros. */
const harmful: ReadonlySet<string> = new Set(
  `html htm xhtml xht shtml mht mhtml svg svgz hta chm
  js jse mjs vbs vbe wsf wsh ps1 bat cmd exe scr pif cpl msi msix msp appx appinstaller jar apk app dmg pkg deb rpm xll
  lnk url website webloc desktop rdp reg iqy slk one onepkg settingcontent-ms library-ms search-ms
  zip zipx rar 7z tar gz tgz bz2 xz cab ace arj lzh z iso img vhd vhdx udf
  docm dotm xlsm xltm xlsb xlam pptm potm ppam ppsm sldm`
    .trim()
    .split(/\s+/),
);

const types: readonly (readonly [string, string])[] = [
  ["html", "html"],
  ["svg", "svg"],
  ["macroenabled", "docm"],
  ["zip", "zip"],
  ["rar", "rar"],
  ["7z", "7z"],
  ["x-tar", "tar"],
  ["iso9660", "iso"],
  ["hta", "hta"],
  ["javascript", "js"],
  ["java-archive", "jar"],
  ["msdownload", "exe"],
  ["x-msdos", "exe"],
  ["x-ms-shortcut", "lnk"],
];
