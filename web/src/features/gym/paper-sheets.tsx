import { Fragment } from 'react';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import { childrenOf, labelOf } from './cells';
import classes from './paper-sheets.module.css';
import type { DaySheet, Protocol, SheetChild, SheetGroup } from './sheet';
import { limitsSentence } from './value-check';

const words = texts.gym.paper;

interface PaperSheetsProps {
  sheet: DaySheet;
  groups: readonly SheetGroup[];
  protocols: readonly Protocol[];
}

/** A sheet of paper for each group and task: codes, no names, a cell for each try. */
export function PaperSheets({ sheet, groups, protocols }: PaperSheetsProps) {
  return protocols.map((protocol) => (
    <Fragment key={protocol.id}>
      {groups.map((group) => (
        <PaperSheet key={group.id} sheet={sheet} group={group} protocol={protocol} />
      ))}
    </Fragment>
  ));
}

interface PaperSheetProps {
  sheet: DaySheet;
  group: SheetGroup;
  protocol: Protocol;
}

function PaperSheet({ sheet, group, protocol }: PaperSheetProps) {
  const columns = columnsOf(protocol);
  const title = `${protocol.shortTitle}, ${group.name}`;
  return (
    <article className={classes.sheet}>
      <div className={classes.head}>
        <h2 className={classes.title}>{protocol.shortTitle}</h2>
        <p>
          <strong>{group.name}</strong>
          {', '}
          {formatDate(sheet.heldOn)}
          {', '}
          {sheet.batteryTitle}
        </p>
        <p className={classes.small}>{protocol.counting}</p>
        {protocol.unit !== 'yes_no' && <p className={classes.small}>{limitsSentence(protocol)}</p>}
      </div>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.code}>
                {words.code}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col" className={classes.reason}>
                {words.notDone}
              </th>
            </tr>
          </thead>
          <tbody>
            {recordedOf(sheet, group).map(({ childId, code }) => (
              <tr key={childId}>
                <th scope="row">{code}</th>
                {columns.map((column) => (
                  <td key={column} />
                ))}
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.foot}>
        <p className={classes.small}>{words.legend}</p>
        <p className={classes.small}>{words.helper}: ______________________________</p>
      </div>
    </article>
  );
}

/** Only children whose results may be kept. */
function recordedOf(sheet: DaySheet, { id }: SheetGroup): SheetChild[] {
  return childrenOf(sheet, id).filter(({ hasConsent }) => hasConsent);
}

function columnsOf(protocol: Protocol): string[] {
  if (protocol.lapMetres !== null) return [words.rest(protocol.lapMetres), words.restMetres];
  return Array.from({ length: protocol.trials }, (_, index) => labelOf(protocol, index + 1));
}
