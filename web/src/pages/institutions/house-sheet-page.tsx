import { Button, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Redirect, useParams } from 'wouter';
import { ChartSource } from '../../features/charts/chart-source';
import { FigureTable } from '../../features/house-sheet/figure-table';
import { GroupList } from '../../features/house-sheet/group-list';
import classes from '../../features/house-sheet/house-sheet.module.css';
import { MasterData } from '../../features/house-sheet/master-data';
import { AdviceList, ModuleList } from '../../features/house-sheet/programme-lists';
import { type HouseSheet, houseSheetQuery } from '../../features/house-sheet/queries';
import { RateStrip } from '../../features/house-sheet/rate-strip';
import { SheetSection } from '../../features/house-sheet/sheet-section';
import { InstitutionView } from '../../features/institutions/institution-view';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { BackLink } from '../../ui/back-link';
import { formatInstantDate } from '../../ui/format';

const words = texts.houseSheet;
/** More than an empty page has; what does not fit is cut off. */
const LINES = Array.from({ length: 30 }, (_, line) => line);

/** One institution on one page of paper, to take along on a visit. */
export function HouseSheetPage() {
  const { id } = useParams<{ id: string }>();
  const sheet = useQuery(houseSheetQuery(id));
  const name = sheet.data?.institution.name;
  useDocumentTitle(texts.common.pageTitle(name ? `${words.title}: ${name}` : words.title));
  return (
    <div>
      <BackLink href={`/einrichtungen/${id}`}>{words.back}</BackLink>
      <InstitutionView query={sheet}>
        {(stored) =>
          stored.institution.mergedInto === null ? (
            <Sheet sheet={stored} />
          ) : (
            <Redirect to={`/einrichtungen/${stored.institution.mergedInto}/blatt`} replace />
          )
        }
      </InstitutionView>
    </div>
  );
}

function Sheet({ sheet }: { sheet: HouseSheet }) {
  const { institution, groups, bookings, months, period, dataAt } = sheet;
  return (
    <article className={classes.sheet}>
      <Head sheet={sheet} />
      <MasterData sheet={sheet} />
      <div className={classes.two}>
        <FigureTable sheet={sheet} />
        <div className={classes.side}>
          <GroupList groups={groups} />
          {months.length > 0 && period.schoolYear !== null && (
            <ChartSource value={`${institution.name} · ${words.asOf(formatInstantDate(dataAt))}`}>
              <RateStrip months={months} schoolYear={period.schoolYear} />
            </ChartSource>
          )}
        </div>
      </div>
      <div className={classes.two}>
        <ModuleList bookings={bookings} />
        <AdviceList sheet={sheet} />
      </div>
      <div className={classes.paper}>
        <SheetSection title={words.notes}>
          {LINES.map((line) => (
            <div key={line} className={classes.line} />
          ))}
        </SheetSection>
      </div>
    </article>
  );
}

function Head({ sheet: { institution, municipalityName, dataAt } }: { sheet: HouseSheet }) {
  const { name, kind, districtName } = institution;
  return (
    <header className={classes.head}>
      <div>
        <Title order={1} className={classes.name}>
          {name}
        </Title>
        <p className={classes.text}>
          {words.about(wordFor(texts.words.kind, kind), districtName, municipalityName)} ·{' '}
          {words.asOf(formatInstantDate(dataAt))}
        </p>
      </div>
      <Button
        className="no-print"
        leftSection={<IconPrinter size={20} aria-hidden />}
        onClick={() => window.print()}
      >
        {words.print}
      </Button>
    </header>
  );
}
