const headings: Readonly<Record<string, string>> = { en: 'Video visit', es: 'Videovisita', ar: 'زيارة بالفيديو' };

/** The page's own heading, above those of the visit's screens. Heard and not seen: the screens say the same better. */
export const PageHeading = ({ lang }: { readonly lang: string }) => {
  const known = lang in headings ? lang : 'en';
  return (
    <h1 className="demo-heard" lang={known}>
      {headings[known]}
    </h1>
  );
};
