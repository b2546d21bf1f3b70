/** A PDF with an empty page that says its title (ASCII) about itself: as small as readers accept it. */
export function emptyPage(title: string): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>',
    `<</Title(${title})>>`,
  ];
  const lines = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj`);
  return Buffer.from(['%PDF-1.4', ...lines, 'trailer', '<</Root 1 0 R/Info 4 0 R>>'].join('\n'));
}
