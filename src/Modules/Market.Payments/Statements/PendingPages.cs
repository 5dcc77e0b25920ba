using Market.Ledger;
using Market.Ledger.Methods;
using Market.Ledger.Pending;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using OrchardCore.DisplayManagement;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace Market.Payments.Statements;

/// <summary>Gathers what the pages of promised payments show.</summary>
public sealed class PendingPages(
    IClientAccounts accounts,
    IAnnouncedPayments pending,
    IMarketTerms terms,
    IMoneyForms forms,
    ISiteService siteService,
    IShapeFactory shapes)
{
    /// <summary>The most that a page of the list shows, and that are received at once.</summary>
    public const int PageSize = 50;

    /// <summary>A page of what is announced.</summary>
    public async Task<PendingTableViewModel> ListAsync(PagerParameters parameters, bool mayRecord)
    {
        var pager = new Pager(parameters.Page, PageSize, PageSize);
        var payments = await pending.ListAsync(pager.GetStartIndex(), PageSize);
        var (today, staleDays) = (await forms.TodayAsync(), (await siteService.GetSettingsAsync<PaymentsSettings>()).AnnouncedStaleDays);
        return new PendingTableViewModel(
            payments,
            await accounts.FindManyAsync([.. payments.Select(payment => payment.AccountId).Distinct()]),
            ShowClients: true,
            mayRecord,
            today,
            staleDays)
        {
            Stale = await pending.CountAsync(today.AddDays(-staleDays)),
            Pager = await shapes.PagerAsync(pager, await pending.CountAsync()),
            Selectable = mayRecord ? await CompleteAsync(payments) : new HashSet<string>(),
        };
    }

    /// <summary>The form that announces a payment, with what it shows of the account.</summary>
    public async Task<AnnouncementViewModel> FillAsync(AnnouncementViewModel model, ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(account);
        model.Account = account;
        model.Balance = await accounts.GetBalanceAsync(account.Id);
        model.Methods = [.. (await terms.GetAsync()).Offered.Where(method => method.Use is not PaymentUse.Online)];
        return model;
    }

    /// <summary>The form for what became of an announced payment; none where it is not announced.</summary>
    public async Task<PendingViewModel?> FindAsync(string accountId, string pendingId)
    {
        if (await accounts.FindAsync(accountId) is not { } account || await pending.FindAsync(accountId, pendingId) is not { } payment)
        {
            return null;
        }

        var fields = (await terms.GetAsync()).FindOffered(payment.Method)?.Fields ?? [];
        return new PendingViewModel
        {
            Account = account,
            Payment = payment,
            Fields = [.. fields.Where(field => !payment.Details.ContainsKey(field.Name))],
        };
    }

    // Those of which nothing is left to ask: a cheque without its number is received by itself.
    private async Task<IReadOnlySet<string>> CompleteAsync(IEnumerable<PendingPayment> payments)
    {
        var market = await terms.GetAsync();
        return payments
            .Where(payment => market.FindOffered(payment.Method) is { } method && method.Fields.All(field => !field.Required || payment.Details.ContainsKey(field.Name)))
            .Select(payment => payment.Id)
            .ToHashSet(StringComparer.Ordinal);
    }
}
