// What was done, so that Ctrl+Z takes it back in whatever view, and after a reload.
interface Step {
  what: string;
  kind: string;
  before: unknown;
  after: unknown;
}

const store = "undo";
const most = 50; // steps that can be taken back
const room = 1_500_000; // characters that are kept over a reload

let done: Step[] = [];
let undone: Step[] = [];
const kinds = new Map<string, (to: never) => void | Promise<void>>();
const listeners = new Set<(text: string) => void>();

/** undoable says how the state before or after a step of a kind is brought about. States are data alone. */
export function undoable<T>(kind: string, bring: (to: T) => void | Promise<void>) {
  kinds.set(kind, bring);
}

export function did<T>(kind: string, what: string, before: T, after: T) {
  done = [...done.slice(1 - most), { what, kind, before, after }];
  undone = [];
  keep();
}

export function onUndo(l: (text: string) => void) {
  listeners.add(l);
  return () => {
    listeners.delete(l);
  };
}

/** keep writes the last steps down, as many as there is room for. */
function keep() {
  const last: string[] = [];
  let size = 0;
  for (const step of [...done].reverse()) {
    const text = JSON.stringify(step);
    size += text.length;
    if (size > room) break;
    last.unshift(text);
  }
  sessionStorage.setItem(store, `[${last.join(",")}]`);
}

/** remembered takes up what was done before a reload. */
export function remembered() {
  done = JSON.parse(sessionStorage.getItem(store) ?? "[]") as Step[];
  undone = [];
}

async function move(which: "undo" | "redo"): Promise<boolean> {
  const [from, to] = which === "undo" ? [done, undone] : [undone, done];
  const step = from.at(-1);
  if (!step) return false;
  await kinds.get(step.kind)?.((which === "undo" ? step.before : step.after) as never);
  from.pop();
  to.push(step);
  keep();
  for (const l of listeners) l(`${which}: ${step.what}`);
  return true;
}

export const undo = () => move("undo");
export const redo = () => move("redo");
