using Market.Payments.Counter.Closing;
using Market.Payments.Counter.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Counter.Controllers;

/// <summary>A distribution is closed here, order by order in sight, and opened again.</summary>
public sealed class ClosingController(
    IAuthorizationService authorization,
    ClosingPages pages,
    IUnitOfWork work,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<ClosingController> H) : Controller
{
    [Admin("counter/{distribution}/close", "CounterClosing")]
    public async Task<IActionResult> Index(string distribution) =>
        await authorization.MayAsync(User, CounterRights.CloseDistributions) ? await PageAsync(new ClosingViewModel(), distribution) : Forbid();

    [HttpPost]
    [ActionName(nameof(Index))]
    [Admin("counter/{distribution}/close", "CounterClosingPost")]
    public async Task<IActionResult> IndexPost(string distribution, ClosingViewModel model)
    {
        if (!await authorization.MayAsync(User, CounterRights.CloseDistributions))
        {
            return Forbid();
        }

        if (forms.ReadKey(model.Key, ModelState) is not { } key)
        {
            return await PageAsync(model, distribution);
        }

        var request = new CloseDistribution(distribution, model.Seen ?? string.Empty, model.Reason, key, forms.UserId);
        return await AnswerAsync(await RunAsync(desk => desk.CloseAsync(request)), model, distribution, H["The distribution is closed."]);
    }

    [HttpPost]
    [Admin("counter/{distribution}/reopen", "CounterReopen")]
    public async Task<IActionResult> Reopen(string distribution, ClosingViewModel model)
    {
        if (!await authorization.MayAsync(User, CounterRights.ReopenDistributions))
        {
            return Forbid();
        }

        if (forms.ReadKey(model.Key, ModelState) is not { } key)
        {
            return await PageAsync(model, distribution);
        }

        var request = new ReopenDistribution(distribution, model.Reason, key, forms.UserId);
        return await AnswerAsync(await RunAsync(desk => desk.ReopenAsync(request)), model, distribution, H["The distribution is open again."]);
    }

    private Task<ClosingResult> RunAsync(Func<ClosingDesk, Task<ClosingResult>> ask) => work.RunAsync(
        services => ask(services.GetRequiredService<ClosingDesk>()),
        result => result is ClosingResult.Done);

    private async Task<IActionResult> AnswerAsync(ClosingResult result, ClosingViewModel model, string distribution, LocalizedHtmlString done)
    {
        if (result is ClosingResult.Refused refused)
        {
            ModelState.AddModelError(string.Empty, refused.Sentence);
            return await PageAsync(model, distribution);
        }

        await notifier.SuccessAsync(done);
        return RedirectToRoute("CounterClosing", new { distribution });
    }

    private async Task<IActionResult> PageAsync(ClosingViewModel model, string distribution)
    {
        if (await pages.FillAsync(model, distribution) is null)
        {
            return NotFound();
        }

        // The code of what is shown now, not of what was sent.
        ModelState.Remove(nameof(model.Seen));
        model.MayReopen = await authorization.MayAsync(User, CounterRights.ReopenDistributions);
        return View(nameof(Index), model);
    }
}
