// Where on the screen there is room for names and badges.
export type Box = [left: number, top: number, right: number, bottom: number];

/** Taken are boxes of the screen that something is drawn in, looked up by the squares that they lie in. */
export class Taken {
  private readonly squares = new Map<number, Box[]>();

  private *over([left, top, right, bottom]: Box) {
    for (let y = Math.floor(top / 32); y <= Math.floor(bottom / 32); y++)
      for (let x = Math.floor(left / 32); x <= Math.floor(right / 32); x++) yield y * 4096 + x;
  }

  add(box: Box) {
    for (const k of this.over(box)) {
      const list = this.squares.get(k);
      if (list) list.push(box);
      else this.squares.set(k, [box]);
    }
  }

  free(box: Box): boolean {
    for (const k of this.over(box))
      for (const b of this.squares.get(k) ?? [])
        if (b[0] < box[2] && box[0] < b[2] && b[1] < box[3] && box[1] < b[3]) return false;
    return true;
  }
}
