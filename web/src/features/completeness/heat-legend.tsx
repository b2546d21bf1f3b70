import { texts } from '../../texts/de';
import classes from './heat-map.module.css';
import { STEPS } from './rate';

const words = texts.completeness.legend;

export function HeatLegend() {
  return (
    <ul className={classes.legend} aria-label={words.title}>
      {STEPS.map((step, index) => (
        <li key={step} className={classes.entry}>
          <span className={classes.swatch} data-step={index} aria-hidden />
          {words[step]}
        </li>
      ))}
      <li className={classes.entry}>
        <span aria-hidden>{texts.common.none}</span>
        {words.nothing}
      </li>
      <li className={classes.entry}>{words.late}</li>
    </ul>
  );
}
