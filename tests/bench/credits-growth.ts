import type { Report } from './report.ts';
export async function growth(_namespace: string, _progress: (text: string) => void): Promise<Report> {
  return { tables: [], bars: [] };
}
