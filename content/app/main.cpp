// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-content: checks, renders and inspects content. A table of contents; each command has its
#include "base/command/command.h"
#include "content/app/check_command.h"
#include "content/app/inspect_command.h"
#include "content/app/languages_command.h"
#include "content/app/prepare_command.h"
#include "content/app/qr_command.h"
#include "content/app/render_command.h"
#include "content/app/review_command.h"
#include "content/app/rrule_command.h"
#include "content/app/xliff_command.h"

int main(int argc, char** argv)
{
    const jtv::command::Program program(
        "jtv-content", "Checks, renders and inspects content for Jobcenter-TV.");
    jtv::app::addCheckCommand(program);
    jtv::app::addInspectCommand(program);
    jtv::app::addPrepareCommand(program);
    jtv::app::addRruleCommand(program);
    jtv::app::addRenderCommand(program);
    jtv::app::addQrCommand(program);
    jtv::app::addLanguagesCommand(program);
    jtv::app::addXliffCommand(program);
    jtv::app::addReviewCommand(program);
    return program.run(argc, argv);
}
