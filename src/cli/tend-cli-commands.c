/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include <glib/gi18n-lib.h>

static const TendCommand commands[] = {
  { "new", "", N_("make a vault"), tend_cli_new },
  { "demo", "", N_("fill an empty vault with the sample year"), tend_cli_demo },
  { "import", "FILE.json", N_("add the records of an interchange file, all or nothing"),
    tend_cli_import },
  { "export", "FILE.json", N_("write everything, or everything about one person"),
    tend_cli_export },
  { "schema", "", N_("print the interchange file’s JSON Schema"), tend_cli_schema },
  { "rota", "", N_("show a week’s visits"), tend_cli_rota },
  { "invoice", "preview | issue | pdf NUMBER FILE | list",
    N_("make, issue, print and list invoices"),
    tend_cli_invoice },
  { "owed", "", N_("list what is owed"), tend_cli_owed },
  { "statement", "", N_("show a client’s account"), tend_cli_statement },
  { "contract", "", N_("write the contract with a client as PDF"), tend_cli_contract },
  { "document", "PAPER", N_("write a policy, or a paper of somebody’s care record, as PDF"),
    tend_cli_document },
  { "mar", "[ask]", N_("show or print a MAR chart, or ask the guard about a dose"),
    tend_cli_mar },
  { "mileage", "", N_("add up a tax year’s miles"), tend_cli_mileage },
  { "earnings", "", N_("add up what was worked, invoiced and received"), tend_cli_earnings },
  { "check", "", N_("say what the councils’ schemes ask for and what is recorded does not show"),
    tend_cli_check },
  { "return", "", N_("count a quarter’s work for a council, or to show what it does"),
    tend_cli_return },
  { "due", "", N_("list what is due, or tell the desktop of it"), tend_cli_due },
  { "portfolio", "FILE.zip", N_("put together what a council, a client or an insurer asks to see"),
    tend_cli_portfolio },
  { "backup", "FILE", N_("write everything, encrypted, to one file"), tend_cli_backup },
  { "restore", "FILE", N_("bring a backup back; what is there is moved aside"), tend_cli_restore },
  { "verify", "", N_("check that nothing is damaged or missing"), tend_cli_verify },
  { "history", "", N_("list who changed what, and when"), tend_cli_history },
  { NULL }
};

const TendCommand *
tend_cli_commands (void)
{
  return commands;
}
