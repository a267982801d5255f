// A scene fails by saying what it missed.
export function expect(holds, what) {
  if (!holds) {
    throw new Error(what);
  }
}
