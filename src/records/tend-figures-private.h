/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-figures.h"

G_BEGIN_DECLS

/* (transfer full): a file of data/figures. */
GKeyFile *tend_figures_load (const char *name);

G_END_DECLS
