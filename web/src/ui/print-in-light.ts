/** Paper is white: pages in dark colours are printed in light ones. To be called once. */
export function printInLight(): void {
  const { dataset } = document.documentElement;
  let scheme = dataset['mantineColorScheme'];
  window.addEventListener('beforeprint', () => {
    scheme = dataset['mantineColorScheme'];
    dataset['mantineColorScheme'] = 'light';
  });
  window.addEventListener('afterprint', () => {
    if (scheme) dataset['mantineColorScheme'] = scheme;
  });
}
