using Market.Ledger.Closings;
using Market.Ledger.Drawers;
using Market.Payments.Books;
using Market.Payments.Models;
using Market.Payments.Storage;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.BackgroundJobs;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Navigation;
using YesSql;
using ISession = YesSql.ISession;

namespace Market.Payments.Controllers;

/// <summary>The books: whether they hold, what is closed, and the ways to verify and close them.</summary>
public sealed class BooksController(
    IAuthorizationService authorization,
    BooksHealth health,
    YesSqlClosingStore closings,
    VerificationMonitor monitor,
    IMarketCalendar calendar,
    YearArchive archive,
    YearFileStore years,
    IDrawers drawers,
    IMoneyForms forms,
    ISession session,
    IUnitOfWork work,
    IShapeFactory shapes,
    INotifier notifier,
    IHtmlLocalizer<BooksController> H) : Controller
{
    private const int PageSize = 50;

    private const int DrawersShown = 20;

    [Admin("payments/books", "PaymentsBooks")]
    public async Task<IActionResult> Index(PagerParameters pagerParameters)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageBooks))
        {
            return Forbid();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        return View(new BooksViewModel
        {
            State = await health.ReadAsync(),
            Closings = await closings.ListAsync(pager.GetStartIndex(), PageSize),
            Years = [.. (await closings.ListYearsAsync()).Select(year => year.Period.Key).Reverse()],
            Pager = await shapes.PagerAsync(pager, await closings.CountAsync()),
            Journals = [.. (await years.ListAsync()).Where(file => file.IsJournal)],
            Running = monitor.IsRunning ? monitor.Progress : null,
            Drawers = [.. (await drawers.ListAsync(0, DrawersShown)).Select(drawer => drawer.Closing).OfType<DrawerEntry>()],
            Zone = await calendar.GetZoneAsync(),
            Archives = [.. (await session.Query<ArchiveRecord>(LedgerCollection.Name).ListAsync()).OrderByDescending(record => record.MadeAt)],
        });
    }

    [HttpPost]
    [Admin("payments/books/verify", "PaymentsVerify")]
    public async Task<IActionResult> Verify()
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageBooks))
        {
            return Forbid();
        }

        // A million operations take minutes; the page shows how far it is.
        await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync(
            "verify-books", scope => scope.ServiceProvider.GetRequiredService<VerificationRun>().RunAsync());
        await notifier.InformationAsync(H["The books are being verified."]);
        return RedirectToRoute("PaymentsBooks");
    }

    [HttpPost]
    [Admin("payments/books/close", "PaymentsClose")]
    public async Task<IActionResult> Close()
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageBooks))
        {
            return Forbid();
        }

        try
        {
            var made = await ClosingRunner.RunAsync(work);
            await YearKeeper.RunAsync(work);
            await notifier.SuccessAsync(made.Count == 0
                ? H["Nothing is due: a period is closed once it is over."]
                : H["Closed: {0}.", string.Join(", ", made.Select(closing => closing.Period.Key))]);
        }
        catch (BooksDoNotBalanceException)
        {
            await notifier.ErrorAsync(H["The period is not closed: the accounts do not come to what the operations come to. Verify the books first."]);
        }

        return RedirectToRoute("PaymentsBooks");
    }

    [HttpPost]
    [Admin("payments/books/archive", "PaymentsArchive")]
    public async Task<IActionResult> Archive(string? year)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageBooks))
        {
            return Forbid();
        }

        // Made in a file of its own, which goes once it is sent: a year of a large market does not fit in memory.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (await archive.WriteAsync(file, year ?? string.Empty, forms.UserId) is { } record)
        {
            return File(file, "application/zip", $"market-{record.Year}.zip");
        }

        await file.DisposeAsync();
        await notifier.ErrorAsync(H["Only a year that is closed can be archived."]);
        return RedirectToRoute("PaymentsBooks");
    }
}
