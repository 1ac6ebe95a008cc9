import { useWords } from '../words-context.tsx';

interface ThumbnailProps {
  /** `data:` URL of an image; anything else is not drawn, so that nothing is ever fetched. */
  readonly picture: string | null;
  readonly at: number;
  readonly now: number;
}

export const Thumbnail = ({ picture, at, now }: ThumbnailProps) => {
  const words = useWords();
  if (picture === null || !/^data:image\/(png|jpeg|webp);/.test(picture)) return null;
  return <img class="thumbnail" src={picture} alt={words('picture_of', { when: words.when(at, now) })} />;
};
