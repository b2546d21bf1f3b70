import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { CellSign, SignLegend } from './cell-sign';
import { resultOf } from './cell-state';
import classes from './matrix.module.css';
import type { Sheet, SheetChild, SheetProtocol } from './queries';

const words = texts.testDays.day;

/** Children × tasks: who is through, who is missing what. */
export function Matrix({ sheet }: { sheet: Sheet }) {
  const { testDay, protocols, children } = sheet;
  const groups = groupsOf(sheet);
  return (
    <>
      <div className={classes.frame} tabIndex={0} role="region" aria-label={words.matrix}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={`${classes.child} ${classes.task}`}>
                <span style={{ paddingLeft: 8 }}>{words.code}</span>
              </th>
              {protocols.map(({ id, itemCode, itemTitle }) => (
                <th key={id} scope="col" className={classes.task}>
                  <abbr title={itemTitle}>{itemCode.replace('KIBAZ-', 'K')}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ id, name }) => (
              <Fragment key={id}>
                {groups.length > 1 && (
                  <tr>
                    <th scope="rowgroup" colSpan={protocols.length + 1} className={classes.group}>
                      {name}
                    </th>
                  </tr>
                )}
                {children
                  .filter(({ groupId }) => groupId === id)
                  .map((child) => (
                    <ChildRow key={child.childId} dayId={testDay.id} child={child} protocols={protocols} />
                  ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <SignLegend />
    </>
  );
}

/** In the order of the sheet; a child tested in a group of before stays there. */
function groupsOf({ groups, children }: Sheet): { id: string; name: string }[] {
  const others = children
    .filter(({ groupId }) => !groups.some(({ id }) => id === groupId))
    .map(({ groupId }) => ({ id: groupId, name: '' }));
  return [...groups, ...new Map(others.map((group) => [group.id, group])).values()];
}

interface ChildRowProps {
  dayId: string;
  child: SheetChild;
  protocols: readonly SheetProtocol[];
}

function ChildRow({ dayId, child, protocols }: ChildRowProps) {
  const { childId, code, hasConsent, left } = child;
  const isTested = child.results.some(({ version }) => version > 0);
  const barred = (!hasConsent || left) && !isTested;
  return (
    <tr>
      <th scope="row" className={classes.child}>
        <Anchor
          component={Link}
          href={`/testtage/${dayId}/kind/${childId}`}
          aria-label={words.openChild(code)}
        >
          {code}
        </Anchor>
      </th>
      {barred ? (
        <td className={classes.note} colSpan={protocols.length}>
          {left ? words.left : words.noConsent}
        </td>
      ) : (
        protocols.map((protocol) => {
          const result = resultOf(child, protocol);
          return <td key={protocol.id}>{result && <CellSign result={result} protocol={protocol} />}</td>;
        })
      )}
    </tr>
  );
}
