using Market.Ledger.Drawers;
using Market.Payments.Counter.Drawers;
using Market.Payments.Counter.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Navigation;

namespace Market.Payments.Counter.Controllers;

/// <summary>Cash drawers: opened with a float, counted, handed over, taken to the bank, closed.</summary>
public sealed class DrawersController(
    IAuthorizationService authorization,
    DrawerPages pages,
    DrawerForms forms,
    DrawerWords words,
    IUnitOfWork work,
    IShapeFactory shapes,
    INotifier notifier,
    IHtmlLocalizer<DrawersController> H) : Controller
{
    private const int PageSize = 20;

    private static readonly Dictionary<string, DrawerMovement> Steps = new(StringComparer.Ordinal)
    {
        ["count"] = DrawerMovement.Counted,
        ["take-over"] = DrawerMovement.HandedOver,
        ["from-bank"] = DrawerMovement.Brought,
        ["to-bank"] = DrawerMovement.Taken,
        ["close"] = DrawerMovement.Closed,
    };

    [Admin("payments/drawers", "Drawers")]
    public async Task<IActionResult> Index(PagerParameters pagerParameters)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        var model = await pages.ListAsync(pager.GetStartIndex(), PageSize);
        model.Pager = await shapes.PagerAsync(pager, await pages.CountAsync());
        return View(model);
    }

    [Admin("payments/drawers/open", "DrawerOpen")]
    public async Task<IActionResult> Open() =>
        await MayAsync() ? View("Form", await pages.FillOpeningAsync(new DrawerFormViewModel())) : Forbid();

    [HttpPost]
    [ActionName(nameof(Open))]
    [Admin("payments/drawers/open", "DrawerOpenPost")]
    public async Task<IActionResult> OpenPost(DrawerFormViewModel model)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        model.Key ??= string.Empty;
        return await RecordAsync(model, DrawerMovement.Opened, Guid.NewGuid().ToString("n")) is { } entry
            ? await ShowAsync(entry, H["The drawer is open with {0}.", entry.Amount.ForPeople()])
            : View("Form", await pages.FillOpeningAsync(model));
    }

    [Admin("payments/drawers/{id}", "Drawer")]
    public async Task<IActionResult> Details(string id) =>
        !await MayAsync() ? Forbid()
        : await pages.FindAsync(id) is { } model ? View(model)
        : NotFound();

    [Admin("payments/drawers/{id}/{step}", "DrawerStep")]
    public async Task<IActionResult> Step(string id, string step)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (!Steps.TryGetValue(step, out var movement) || await pages.FindAsync(id) is not { } drawer)
        {
            return NotFound();
        }

        return drawer.Drawer.Closing is null
            ? View("Form", DrawerPages.Fill(new DrawerFormViewModel(), movement, drawer))
            : RedirectToRoute("Drawer", new { id });
    }

    [HttpPost]
    [ActionName(nameof(Step))]
    [Admin("payments/drawers/{id}/{step}", "DrawerStepPost")]
    public async Task<IActionResult> StepPost(string id, string step, DrawerFormViewModel model)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (!Steps.TryGetValue(step, out var movement) || await pages.FindAsync(id) is null)
        {
            return NotFound();
        }

        if (await RecordAsync(model, movement, id) is { } entry)
        {
            return await ShowAsync(entry, Told(entry));
        }

        // What the drawer should hold now, not what the form was sent with.
        ModelState.Remove(nameof(model.Seen));
        return View("Form", DrawerPages.Fill(model, movement, (await pages.FindAsync(id))!));
    }

    private Task<bool> MayAsync() => authorization.MayAsync(User, CounterRights.ManageDrawers);

    private async Task<DrawerEntry?> RecordAsync(DrawerFormViewModel model, DrawerMovement movement, string id)
    {
        if (await forms.ReadAsync(model, movement, id, ModelState) is not { } request)
        {
            return null;
        }

        switch (await work.RunAsync(services => services.GetRequiredService<IDrawers>().RecordAsync(request), result => result is DrawerResult.Done))
        {
            case DrawerResult.Done done:
                return done.Entry;
            case DrawerResult.Again again:
                return again.Entry;
            case DrawerResult.Refused refused:
                ModelState.AddModelError(DrawerWords.FieldOf(refused.Fault, movement), words.Say(refused.Fault));
                return null;
            default:
                throw new InvalidOperationException("There is no other answer.");
        }
    }

    private LocalizedHtmlString Told(DrawerEntry entry) => entry.Movement switch
    {
        DrawerMovement.Taken => H["{0} is taken to the bank.", entry.Amount.Abs().ForPeople()],
        DrawerMovement.Brought => H["{0} is brought from the bank.", entry.Amount.ForPeople()],
        DrawerMovement.HandedOver => H["The drawer is yours now."],
        DrawerMovement.Counted when entry.Difference is { IsZero: true } => H["It is counted, and holds what it should."],
        DrawerMovement.Counted => H["It is counted. Difference: {0}.", entry.Difference!.Value.WithSign()],
        _ when entry.Amount.IsZero => H["The drawer is closed, and held what it should."],
        _ => H["The drawer is closed. Difference: {0}.", entry.Amount.WithSign()],
    };

    private async Task<IActionResult> ShowAsync(DrawerEntry entry, LocalizedHtmlString told)
    {
        await notifier.SuccessAsync(told);
        return RedirectToRoute("Drawer", new { id = entry.DrawerId });
    }
}
