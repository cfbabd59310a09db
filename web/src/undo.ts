// What was done, so that Ctrl+Z takes it back in whatever view.
export interface Step {
  what: string;
  undo: () => void | Promise<void>;
  redo: () => void | Promise<void>;
}

const done: Step[] = [];
const undone: Step[] = [];
const listeners = new Set<(text: string) => void>();

export function did(step: Step) {
  done.push(step);
  undone.length = 0;
}

export function onUndo(l: (text: string) => void) {
  listeners.add(l);
  return () => {
    listeners.delete(l);
  };
}

async function move(from: Step[], to: Step[], which: "undo" | "redo"): Promise<boolean> {
  const step = from.pop();
  if (!step) return false;
  await step[which]();
  to.push(step);
  for (const l of listeners) l(`${which}: ${step.what}`);
  return true;
}

export const undo = () => move(done, undone, "undo");
export const redo = () => move(undone, done, "redo");
export function forget() {
  done.length = 0;
  undone.length = 0;
}
