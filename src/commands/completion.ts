/** `landfall completion SHELL`: a script that offers commands, words and options. Where it knows none, files are offered. */

import type { IdKind } from "./id-kinds.ts";

export type Shell = "bash" | "zsh" | "fish";

/** One command: what may be written behind it. */
export type Completable = {
  /** The words that call it, without the program's name; empty for the program itself. */
  readonly path: readonly string[];
  readonly words: readonly Offer[];
  readonly takesFiles: boolean;
  /** What may be named behind it. */
  readonly ids: readonly IdKind[];
  readonly options: readonly (Offer & {
    readonly values: readonly string[];
    readonly takesValue: boolean;
    /** Its value is one of these; null: none of them. */
    readonly ids: IdKind | null;
  })[];
};

type Offer = { readonly name: string; readonly about: string };

export const completion = (commands: readonly Completable[], shell: Shell): string =>
  ({ bash, zsh, fish })[shell](commands);

/** Asks Landfall itself which there are. */
const asking = (kind: IdKind): string => `$(landfall completion bash --ids ${kind} 2>/dev/null)`;

const bash = (commands: readonly Completable[]): string => `# Tab completion of landfall in bash
_landfall() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} path="" word offers=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $word" in
      ${pathPattern(commands)}) path="$path $word" ;;
    esac
  done
  case "$path" in
${commands.map((each) => `    "${pathOf(each)}") offers="${[namesOf(each), ...each.ids.map(asking)].join(" ")}" ;;`).join("\n")}
  esac
  case "$path $previous" in
${valueLines(commands, (values) => `offers="${values.join(" ")}"`)}
  esac
  COMPREPLY=($(compgen -W "$offers" -- "$current"))
}
complete -o default -F _landfall landfall
`;

const zsh = (commands: readonly Completable[]): string => `#compdef landfall
# Tab completion of landfall in zsh
_landfall() {
  local previous=$words[CURRENT-1] path_="" word
  local -a offers
  for word in \${words[2,CURRENT-1]}; do
    case "$path_ $word" in
      ${pathPattern(commands)}) path_="$path_ $word" ;;
    esac
  done
  case "$path_" in
${commands.map((each) => `    "${pathOf(each)}") offers=(${[...[...each.words, ...each.options].map(described), ...each.ids.map(asking)].join(" ")}) ;;`).join("\n")}
  esac
  case "$path_ $previous" in
${valueLines(commands, (values) => `offers=(${values.join(" ")})`)}
  esac
  _describe landfall offers || _files
}
if [ "$funcstack[1]" = "_landfall" ]; then _landfall "$@"; else compdef _landfall landfall; fi
`;

const fish = (commands: readonly Completable[]): string => `# Tab completion of landfall in fish
function __landfall_at
  set -l path
  for word in (commandline -opc)[2..-1]
    contains -- (string join -- " " $path $word) ${commands
      .flatMap(({ path }) => (path.length === 0 ? [] : [`"${path.join(" ")}"`]))
      .join(" ")}; and set -a path $word
  end
  test "$path" = "$argv"
end
complete -c landfall -f
${commands.flatMap(fishLines).join("\n")}
`;

const fishLines = ({ path, words, options, takesFiles, ids }: Completable): readonly string[] => {
  const here = `complete -c landfall -n ${quoted(`__landfall_at ${path.join(" ")}`)}`;
  return [
    ...(takesFiles ? [`${here} -F`] : []),
    ...words.map(({ name, about }) => `${here} -a ${name} -d ${quoted(about)}`),
    ...ids.map((kind) => `${here} -a ${quoted(askingFish(kind))}`),
    ...options.map(({ name, about, values, takesValue, ids: named }) => {
      if (named !== null)
        return `${here} -l ${name.replace(/^--/, "")} -d ${quoted(about)} -xa ${quoted(askingFish(named))}`;
      const value = values.length > 0 ? ` -xa ${quoted(values.join(" "))}` : takesValue ? " -rF" : "";
      return `${here} -l ${name.replace(/^--/, "")} -d ${quoted(about)}${value}`;
    }),
  ];
};

const askingFish = (kind: IdKind): string => asking(kind).slice(1);

/** A blank before each word of it. */
const pathOf = ({ path }: Completable): string => path.map((word) => ` ${word}`).join("");

const pathPattern = (commands: readonly Completable[]): string =>
  commands.flatMap((each) => (each.path.length === 0 ? [] : [`"${pathOf(each)}"`])).join("|");

const namesOf = ({ words, options }: Completable): string =>
  [...words, ...options].map(({ name }) => name).join(" ");

/** Behind an option that takes a value its values are offered; where they are not known, files. */
const valueLines = (commands: readonly Completable[], offer: (values: readonly string[]) => string): string =>
  commands
    .flatMap((each) =>
      each.options.flatMap(({ name, values, takesValue, ids }) =>
        takesValue
          ? [`    "${pathOf(each)} ${name}") ${offer(ids === null ? values : [asking(ids)])} ;;`]
          : [],
      ),
    )
    .join("\n");

/** As zsh's _describe takes it: the name, a colon, what it is. */
const described = ({ name, about }: Offer): string => quoted(`${name}:${about.replaceAll(":", "\\:")}`);

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
