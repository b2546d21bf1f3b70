import { texts } from '../../texts/de';
import { formatInteger, formatPercent } from '../../ui/format';
import { cityParams } from '../institutions/city-filter';
import type { Figure } from './figure-card';
import { FigureCards } from './figure-cards';
import { useFilteredHref } from './overview-filter';
import type { Overview, OverviewKind } from './queries';
import { showParam, showValues } from './show';

const words = texts.overview.figures;

type Href = ReturnType<typeof useFilteredHref>;

/** The numbers of a school year, each a way to the list behind it. */
export function Figures({ overview }: { overview: Overview }) {
  const href = useFilteredHref();
  const figures = [
    ...overview.institutions.byKind.filter(({ total }) => total > 0).map((kind) => kindFigure(kind, href)),
    activeFigure(overview, href),
    childrenFigure(overview, href),
    ...activityFigures(overview, href),
  ];
  return <FigureCards label={words.title} figures={figures} />;
}

function kindFigure({ kind, participating, total }: OverviewKind, href: Href): Figure {
  const share = participating / total;
  const isSchool = kind === 'school';
  const shareText = isSchool ? words.shareOfSchools : words.shareOfKitas;
  return {
    value: words.of(formatInteger(participating), formatInteger(total)),
    label: isSchool ? words.schools : words.kitas,
    href: href('/ueberblick/einrichtungen', {
      [showParam]: showValues.participating,
      [cityParams.kind]: kind,
    }),
    text: shareText(formatPercent(share)),
    definition: words.participatingDefinition,
    share,
  };
}

function activeFigure({ institutions: { active, participating } }: Overview, href: Href): Figure {
  return {
    value: formatInteger(active),
    label: words.active,
    href: href('/ueberblick/einrichtungen', { [showParam]: showValues.active }),
    text: words.activeText(formatInteger(participating)),
    definition: words.activeDefinition,
  };
}

function childrenFigure({ children: { reached, enrolled } }: Overview, href: Href): Figure {
  return {
    value: formatInteger(reached),
    label: words.children,
    href: href('/ueberblick/einrichtungen', { [showParam]: showValues.active }),
    text: words.childrenText(formatInteger(enrolled)),
    definition: words.childrenDefinition,
  };
}

function activityFigures({ activities, minutes, groups }: Overview, href: Href): Figure[] {
  return [
    {
      value: formatInteger(activities),
      label: words.activities,
      href: href('/ueberblick/aktivitaeten'),
      text: words.activitiesText(formatInteger(groups.active), formatInteger(groups.total)),
    },
    {
      value: formatInteger(minutes / 60),
      label: words.hours,
      href: href('/ueberblick/aktivitaeten'),
      text: words.hoursText(formatInteger(minutes)),
      definition: words.minutesDefinition,
    },
  ];
}
