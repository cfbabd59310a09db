// Calls to the server. Types come from its OpenAPI description (npm run types).
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { paths } from "./api.gen";

type Json<T> = T extends { responses: { 200: { content: { "application/json": infer J } } } } ? J : never;
type GetPaths = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
type PostPaths = { [P in keyof paths]: paths[P] extends { post: object } ? P : never }[keyof paths];
export type Got<P extends GetPaths> = paths[P] extends { get: infer G } ? Json<G> : never;
export type Posted<P extends PostPaths> = paths[P] extends { post: infer G } ? Json<G> : never;
type Body<P extends PostPaths> = paths[P] extends {
  post: { requestBody: { content: { "application/json": infer B } } };
}
  ? B
  : FormData;

export type Values = Record<string, string | number | boolean | string[] | undefined>;

/** Fill puts values into the places of a path, and the rest behind it. */
export function fill(path: string, values: Values = {}): string {
  const rest = new URLSearchParams();
  let out = path;
  for (const [k, v] of Object.entries(values)) {
    if (out.includes(`{${k}}`)) {
      out = out.replace(`{${k}}`, encodeURIComponent(String(v)));
    } else if (Array.isArray(v)) {
      for (const x of v) rest.append(k, x);
    } else if (v !== undefined && v !== "") {
      rest.set(k, String(v));
    }
  }
  const query = rest.toString();
  return query ? `${out}?${query}` : out;
}

/** Problem is an error of the server in its own words. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

async function checked(r: Response): Promise<Response> {
  if (r.ok) return r;
  const text = await r.text();
  let message = text || r.statusText;
  try {
    const j = JSON.parse(text) as { detail?: string; errors?: { message: string; location?: string }[] };
    message = [j.detail, ...(j.errors ?? []).map((e) => e.message)].filter(Boolean).join("; ") || message;
  } catch {
    // not of JSON: as it is
  }
  throw new Problem(message, r.status);
}

const head = (): HeadersInit => {
  const purpose = localStorage.getItem("purpose");
  return purpose ? { "Skein-Purpose": purpose } : {};
};

export async function get<P extends GetPaths>(path: P, values?: Values, signal?: AbortSignal): Promise<Got<P>> {
  const r = await checked(await fetch(fill(path, values), { headers: head(), signal: signal ?? null }));
  return (await r.json()) as Got<P>;
}

export async function post<P extends PostPaths>(
  path: P,
  values: Values,
  body: Body<P>,
  signal?: AbortSignal,
): Promise<Posted<P>> {
  const form = body instanceof FormData;
  const r = await checked(
    await fetch(fill(path, values), {
      method: "POST",
      headers: form ? head() : { ...head(), "Content-Type": "application/json" },
      body: form ? body : JSON.stringify(body),
      signal: signal ?? null,
    }),
  );
  return (await r.json()) as Posted<P>;
}

/** Blob posts and returns what comes as a file. */
export async function blob(path: PostPaths, body: object): Promise<Blob> {
  const r = await checked(
    await fetch(path, {
      method: "POST",
      headers: { ...head(), "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
  return r.blob();
}

/** Packed is a head in JSON and typed arrays behind it, little-endian, four bytes a number. */
export class Packed<H> {
  readonly head: H;
  private readonly start: number;
  private at: number;
  constructor(private readonly bytes: ArrayBuffer) {
    const length = new DataView(bytes).getUint32(0, true);
    this.head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length))) as H;
    this.start = 4 + length;
    this.at = this.start;
  }
  /** rewind reads the arrays from the first on again. */
  rewind() {
    this.at = this.start;
  }
  floats(n: number): Float32Array {
    const out = new Float32Array(this.bytes, this.at, n);
    this.at += 4 * n;
    return out;
  }
  uints(n: number): Uint32Array {
    const out = new Uint32Array(this.bytes, this.at, n);
    this.at += 4 * n;
    return out;
  }
}

export async function packed<H>(path: GetPaths): Promise<Packed<H>> {
  const r = await checked(await fetch(path, { headers: head() }));
  return new Packed<H>(await r.arrayBuffer());
}

/** useGet asks the server, and again when the picture has changed. */
export function useGet<P extends GetPaths>(path: P, values?: Values, enabled = true) {
  return useQuery({
    queryKey: [path, values ?? {}],
    queryFn: ({ signal }) => get(path, values, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** Save offers a file to be kept. */
export function save(content: Blob | string, name: string, type = "text/plain") {
  const url = URL.createObjectURL(typeof content === "string" ? new Blob([content], { type }) : content);
  const a = document.createElement("a");
  a.href = url;
  a.download = name;
  a.click();
  URL.revokeObjectURL(url);
}
