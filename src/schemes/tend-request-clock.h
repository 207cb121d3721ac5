/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-scheme.h"

G_BEGIN_DECLS

/* How long there is to answer when a council asks for help: hours of the day and night, since
 * its text does not say otherwise (domain.md CA24).  @request: a service_request */

/* By the figures of its scheme on the day it came; 8 hours, or 3 when it is urgent, where
 * @schemes do not say. */
TendInstant  tend_service_request_due  (GPtrArray   *schemes,
                                        TendRecord  *request);
/* (transfer full): "Answer by 16:20, 2 h 5 min left", with the day when it is another. */
char        *tend_service_request_left (TendInstant  due,
                                        TendInstant  now);

G_END_DECLS
