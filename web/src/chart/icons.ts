// Icons of things, each a path in a square of 16 by 16. A person's is the place of a photo.
const person = "M8 2.2a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM2.6 14c.2-3.2 2.5-4.8 5.4-4.8s5.2 1.6 5.4 4.8z";
const paths: Record<string, string> = {
  Person: person,
  Organization: "M3 14V5l5-3 5 3v9zM5 7v1.5h1.5V7zm4.5 0v1.5H11V7zM5 10v1.5h1.5V10zm4.5 0v1.5H11V10z",
  Company: "M3 14V5l5-3 5 3v9zM5 7v1.5h1.5V7zm4.5 0v1.5H11V7zM5 10v1.5h1.5V10zm4.5 0v1.5H11V10z",
  Vehicle: "M2 11V8l2-4h8l2 4v3h-1v2h-2v-2H5v2H3v-2zM5 5.5 4 8h8l-1-2.5z",
  Vessel: "M1 10h14l-2 4H3zM7 2h2v7H4z",
  Place:
    "M8 1.5a4.5 4.5 0 0 1 4.5 4.5C12.5 9.5 8 14.5 8 14.5S3.5 9.5 3.5 6A4.5 4.5 0 0 1 8 1.5zM8 4.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z",
  Address: "M2 8l6-6 6 6h-2v6H9v-4H7v4H4V8z",
  Phone: "M5 1h6v14H5zM6 3v8h4V3zM7.2 12.5h1.6v1H7.2z",
  BankAccount: "M1 4h14v8H1zM3 6v4h10V6zM8 6.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z",
  UserAccount:
    "M8 2a6 6 0 1 0 3 11.2l-.8-1.4A4.4 4.4 0 1 1 12.4 8v.6c0 1-1.2 1-1.2 0V5.5H9.8A3 3 0 1 0 10 10.6c1.3 1.5 4 .8 4-1.8V8a6 6 0 0 0-6-6zM8 6.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z",
  Trip: "M3 2a2 2 0 0 1 1 3.7V10h7V9l4 2.5-4 2.5v-1.5H2.5V5.7A2 2 0 0 1 3 2z",
  Debriefing: "M1 2h14v9H7l-4 3v-3H1zM4 5v1h8V5zm0 2.5v1h6v-1z",
  Identification:
    "M1 3h14v10H1zM4.5 5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM2.5 11c0-1.5 1-2.3 2-2.3s2 .8 2 2.3zM9 6h4v1H9zm0 3h4v1H9z",
  Passport: "M3 1h10v14H3zM8 4a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM5 11h6v1H5z",
  Incident: "M8 1.5 15 14H1zM7.3 6v4h1.4V6zm0 5v1.5h1.4V11z",
  Investigation: "M6.5 1.5a5 5 0 0 1 4 8l4 4-1.5 1.5-4-4a5 5 0 1 1-2.5-9.5zm0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  Network:
    "M8 1a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM3 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm10 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM7.2 5.5h1.6v2.7l3.4 2-.8 1.3L8 9.5l-3.4 2-.8-1.3 3.4-2z",
  Group:
    "M5 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm6 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM1.5 13c0-3 1.5-4.5 3.5-4.5S8.2 10 8.2 13zM9 13c0-1.8-.4-3-1-4 .7-.4 1.8-.5 3-.5 2 0 3.5 1.5 3.5 4.5z",
};
const other = "M3 1h7l3 3v11H3zM5 6h6v1H5zm0 3h6v1H5zm0 3h4v1H5z";

export const iconOf = (schema: string) => paths[schema] ?? other;

const colours: Record<string, string> = {
  Person: "#4f6b8a",
  Organization: "#6a5a9c",
  Company: "#6a5a9c",
  Vehicle: "#8a6a3b",
  Vessel: "#8a6a3b",
  Place: "#3b7d5c",
  Address: "#3b7d5c",
  Phone: "#2f7f93",
  UserAccount: "#2f7f93",
  Email: "#2f7f93",
  BankAccount: "#86702a",
  CryptoWallet: "#86702a",
  Payment: "#86702a",
  Fee: "#86702a",
  Seizure: "#86702a",
  Incident: "#a3503f",
  Investigation: "#7a5c7d",
  Group: "#33506e",
  Network: "#33506e",
};
export const colourOf = (schema: string) => colours[schema] ?? "#6b6f76";

export const tierColour: Record<string, string> = { leader: "#d1381f", organiser: "#e09b1c", facilitator: "#3f8fd6" };
