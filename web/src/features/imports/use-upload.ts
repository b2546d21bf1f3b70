import { useState } from 'react';
import { useLocation } from 'wouter';
import { asProblem, Problem } from '../../api/problem';
import type { Import } from '../../api/types';
import { upload } from '../../api/upload';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { importPath } from './paths';
import { type ImportKind, useImportStored } from './queries';

const MAX_BYTES = 5 * 1024 * 1024;
/** Longest name that the server keeps. */
const MAX_NAME = 255;

export interface Sending {
  name: string;
  /** Share 0…1 that has been sent; at 1 the server looks at it. */
  share: number;
}

/** Sends a chosen file and opens its preview. */
export function useUpload(kind: ImportKind, municipalityId: string) {
  const [, navigate] = useLocation();
  const stored = useImportStored();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (file: File) => {
    const { name } = file;
    setProblem(null);
    setSending({ name, share: 0 });
    try {
      if (file.size > MAX_BYTES) throw tooLarge();
      const draft = await upload<Import>(pathFor(kind, municipalityId, name), file, (share) =>
        setSending({ name, share }),
      );
      stored(draft);
      navigate(importPath(draft.id));
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setSending(null);
    }
  };
  return { sending, problem, send: (file: File) => void send(file) };
}

function pathFor(kind: ImportKind, municipalityId: string, name: string): string {
  const query = new URLSearchParams({ id: newId(), municipalityId, fileName: name.slice(-MAX_NAME) });
  return `/api/imports/${kind}?${query.toString()}`;
}

/** Said before anything is sent: the server would hang up in the middle, which looks like a broken network. */
function tooLarge(): Problem {
  return new Problem({ status: 413, code: 'too_large', title: texts.imports.upload.tooLarge });
}
