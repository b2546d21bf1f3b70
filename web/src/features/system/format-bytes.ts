import { formatInteger, formatNumber } from '../../ui/format';

const MEGABYTE = 1024 ** 2;

/** 5242880 → "5 MB", 16106127360 → "15 GB"; one decimal from a gigabyte on. */
export function formatBytes(bytes: number): string {
  const megabytes = bytes / MEGABYTE;
  if (megabytes < 1) return '< 1 MB';
  return megabytes < 1024 ? `${formatInteger(megabytes)} MB` : `${formatNumber(megabytes / 1024, 1)} GB`;
}
