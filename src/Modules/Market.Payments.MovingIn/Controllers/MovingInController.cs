using Market.Ledger;
using Market.Payments.MovingIn.Moving;
using Market.Payments.MovingIn.Runs;
using Market.Payments.MovingIn.ViewModels;
using Market.Tables.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.MovingIn.Controllers;

/// <summary>Clients → Moving in: a file is brought, looked at, and moved in as a whole.</summary>
[Authorize(Policy = MovingRights.MoveIn)]
public sealed class MovingInController(
    UploadStore uploads,
    NewUpload brought,
    RunStore runs,
    MovingPlanner planner,
    MovingDesk desk,
    MovingWords words,
    IMoneyForms forms,
    IMarketTerms terms,
    IMarketCalendar calendar,
    INotifier notifier,
    IHtmlLocalizer<MovingInController> H) : Controller
{
    [Admin("payments/moving-in", "PaymentsMovingIn")]
    public async Task<IActionResult> Index() => View(new MovingInViewModel
    {
        Runs = await runs.ListAsync(),
        Waiting = await uploads.ListAsync(forms.UserId),
        Currency = (await terms.GetAsync()).Currency,
        Zone = await calendar.GetZoneAsync(),
    });

    [HttpPost]
    [ActionName(nameof(Index))]
    [Admin("payments/moving-in", "PaymentsMovingInPost")]
    public async Task<IActionResult> IndexPost(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            await notifier.ErrorAsync(H["Please choose a file."]);
        }
        else if (file.Length > NewUpload.MostBytes)
        {
            await notifier.ErrorAsync(H["The file is larger than {0} MB.", NewUpload.MostBytes >> 20]);
        }
        else
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            if (TableFile.Open(content).Fault is not { } fault)
            {
                return RedirectToRoute("PaymentsMovingInColumns", new { id = await brought.KeepAsync(file.FileName, content, forms.UserId) });
            }

            await notifier.ErrorAsync(H["{0}", words.Broken(fault.Reason)]);
        }

        return RedirectToRoute("PaymentsMovingIn");
    }

    [Admin("payments/moving-in/{id}/preview", "PaymentsMovingInPreview")]
    public async Task<IActionResult> Preview(string id) => await uploads.FindAsync(id, forms.UserId) is { } upload
        ? View(new PreviewViewModel { Upload = upload, Plan = await planner.PlanAsync(upload) })
        : NotFound();

    [HttpPost]
    [Admin("payments/moving-in/{id}/preview", "PaymentsMovingInCommit")]
    [ActionName(nameof(Preview))]
    public async Task<IActionResult> PreviewPost(string id, string? shown)
    {
        switch (await desk.MoveInAsync(id, forms.UserId, shown ?? string.Empty))
        {
            case MovingAnswer.Moved moved:
                await notifier.SuccessAsync(H.Plural(moved.People, "One person is moved in.", "{0} people are moved in."));
                return RedirectToRoute("PaymentsMovedIn", new { id });
            case MovingAnswer.Before:
                await notifier.InformationAsync(H["This was moved in already; it is done once."]);
                return RedirectToRoute("PaymentsMovedIn", new { id });
            case MovingAnswer.Changed:
                await notifier.WarningAsync(H["Nothing is moved in: it is not what was shown any more. Please look again."]);
                break;
            case MovingAnswer.Nothing:
                await notifier.InformationAsync(H["There is nothing to move in: everybody in this file is there."]);
                break;
            case MovingAnswer.Refused refused:
                await notifier.ErrorAsync(H["Nothing is moved in. Line {0}: {1}", refused.Line, refused.Sentence]);
                break;
            default:
                return NotFound();
        }

        return RedirectToRoute("PaymentsMovingInPreview", new { id });
    }

    [HttpPost]
    [Admin("payments/moving-in/{id}/delete", "PaymentsMovingInDelete")]
    public async Task<IActionResult> Discard(string id)
    {
        if (await uploads.FindAsync(id, forms.UserId) is not { } upload)
        {
            return NotFound();
        }

        uploads.Delete(upload);
        await notifier.SuccessAsync(H["The file is deleted here; nothing was moved in from it."]);
        return RedirectToRoute("PaymentsMovingIn");
    }
}
