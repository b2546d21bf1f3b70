import { Skeletons } from '../../ui/states';

/** About as high as a chart, so that nothing jumps; the numbers of another choice would stand below the wrong words. */
export function ChartLoading() {
  return <Skeletons rows={1} height={420} />;
}
