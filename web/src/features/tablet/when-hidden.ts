/** Screen off, another app, another tab, the page going away. @returns stops listening */
export function whenHidden(act: () => void): () => void {
  const look = () => {
    if (document.visibilityState === 'hidden') act();
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pagehide', act);
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pagehide', act);
  };
}
