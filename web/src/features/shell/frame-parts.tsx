import { Anchor } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { texts } from '../../texts/de';
import { Sign } from '../../ui/sign';
import classes from './shell.module.css';

export const MAIN_ID = 'inhalt';

/** First stop of the Tab key. */
export function SkipLink() {
  return (
    <a className="skip-link" href={`#${MAIN_ID}`}>
      {texts.common.skipToContent}
    </a>
  );
}

export function Brand() {
  return (
    <Link href="/" className={classes.brand} aria-label={texts.common.home}>
      <Sign size={36} />
      {texts.common.product}
    </Link>
  );
}

export function DemoBanner() {
  return (
    <aside className={`${classes.demo} app-frame`} aria-label={texts.common.demo}>
      {texts.common.demoBanner}
    </aside>
  );
}

export function Footer() {
  return (
    <footer className={classes.footer}>
      <nav aria-label={texts.common.footerNavigation}>
        <Anchor
          component={Link}
          href="/barrierefreiheit"
          c="inherit"
          size="sm"
          underline="always"
          py={4}
          display="inline-block"
        >
          {texts.accessibility.title}
        </Anchor>
      </nav>
    </footer>
  );
}

/** A change of page starts at the top with the focus on the content, as a fresh page would; not on the first one. */
export function useFreshPage(): void {
  const [path] = useLocation();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    window.scrollTo(0, 0);
    document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
  }, [path]);
}
