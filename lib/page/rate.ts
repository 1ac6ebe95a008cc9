/** Says, at each call, whether it is one of the first `most` of its second (`now`: ms). */
export const perSecond = (most: number, now: () => number): (() => boolean) => {
  let second = 0;
  let count = 0;
  return () => {
    const current = Math.floor(now() / 1000);
    count = current === second ? count + 1 : 1;
    second = current;
    return count <= most;
  };
};
