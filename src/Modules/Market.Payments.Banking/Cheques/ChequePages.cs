using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Cheques;
using Market.Payments.Banking.ViewModels;

namespace Market.Payments.Banking.Cheques;

/// <summary>Reads what the pages of cheques show. They are asked for here, so that what the ledger did unseen is known by then.</summary>
public sealed class ChequePages(
    ChequeCatchUp catchUp,
    ChequeStore store,
    ChequeWords words,
    IClientAccounts accounts,
    IMarketTerms terms,
    IRefusalSentences sentences,
    IMoneyForms forms,
    IWaysToPay ways)
{
    private const int MostShown = 500;

    private const int MostOfAccount = 50;

    /// <summary>The cheques in hand, with those ticked that come to an amount at most.</summary>
    public async Task<ChequesViewModel> ListAsync(ChequeFilter filter, string? search, string? upTo)
    {
        await catchUp.RunAsync();
        var today = await forms.TodayAsync();
        var currency = (await terms.GetAsync()).Currency;
        var all = await store.InHandAsync(MostShown + 1);
        var clients = await accounts.FindManyAsync([.. all.Select(cheque => cheque.AccountId).Distinct()]);
        var searched = all.Where(cheque => Fits(cheque, clients, search)).ToList();
        var shown = searched.Where(cheque => Fits(cheque, filter, today)).Take(MostShown).ToList();
        var reading = string.IsNullOrWhiteSpace(upTo) ? default : AmountReader.ReadPositive(upTo, currency);
        var chosen = reading.Amount is { } most ? ChequeChoice.UpTo(shown, most) : [];
        return new ChequesViewModel
        {
            Filter = filter,
            Search = search,
            UpTo = upTo,
            UpToFault = reading.Fault is { } fault ? sentences.For(fault, currency) : null,
            Cheques = shown,
            Counts = Enum.GetValues<ChequeFilter>().ToDictionary(one => one, one => searched.Count(cheque => Fits(cheque, one, today))),
            IsCut = all.Count > MostShown,
            Accounts = clients,
            Chosen = chosen,
            ChosenSum = Sum(chosen, currency),
            InHandSum = Sum(all.Where(cheque => cheque.State is ChequeState.InHand), currency),
            AheadSum = Sum(all.Where(cheque => cheque.State is ChequeState.Ahead), currency),
            OpenSlips = await store.OpenSlipsAsync(),
            Key = IMoneyForms.NewKey(),
            Today = today,
        };
    }

    /// <summary>The page of a cheque; none where there is no such cheque.</summary>
    /// <param name="id">The cheque.</param>
    /// <param name="sent">What a form sent, where it is shown again.</param>
    public async Task<ChequeViewModel?> FindAsync(string id, ChequeViewModel? sent)
    {
        await catchUp.RunAsync();
        if (await store.FindAsync(id) is not { Cheque: var cheque })
        {
            return null;
        }

        var today = await forms.TodayAsync();
        var model = sent ?? new ChequeViewModel
        {
            BankOn = Text(cheque.BankOn),
            Drawer = cheque.Drawer,
            OccurredOn = Text(today),
        };
        model.Cheque = cheque;
        model.Account = await accounts.FindAsync(cheque.AccountId);
        model.Today = today;
        return model;
    }

    /// <summary>The page of a slip; none where there is no such slip.</summary>
    public async Task<SlipViewModel?> FindSlipAsync(long number)
    {
        await catchUp.RunAsync();
        if (await store.FindSlipAsync(number) is not { Slip: var slip })
        {
            return null;
        }

        return new SlipViewModel
        {
            Slip = slip,
            Cheques = (await store.FindManyAsync([.. slip.Lines.Select(line => line.ChequeId)])).ToDictionary(document => document.Cheque.Id, document => document.Cheque, StringComparer.Ordinal),
            Accounts = await accounts.FindManyAsync([.. slip.Lines.Select(line => line.AccountId).Distinct()]),
            Details = await ways.GetDetailsAsync(),
            Today = await forms.TodayAsync(),
        };
    }

    /// <summary>The newest cheques of an account.</summary>
    public async Task<IReadOnlyList<Cheque>> OfAccountAsync(string accountId)
    {
        await catchUp.RunAsync();
        return await store.OfAccountAsync(accountId, MostOfAccount);
    }

    private bool Fits(Cheque cheque, IReadOnlyDictionary<string, ClientAccount> clients, string? search)
    {
        var folded = NameText.Fold(search);
        return folded.Length == 0
            || NameText.FoldAll(words.Name(cheque), cheque.Drawer, clients.GetValueOrDefault(cheque.AccountId)?.Name, cheque.Amount.ToInvariantString()).Contains(folded, StringComparison.Ordinal);
    }

    private static bool Fits(Cheque cheque, ChequeFilter filter, DateOnly today) => filter switch
    {
        ChequeFilter.ThisMonth => cheque.BankDay < new DateOnly(today.Year, today.Month, 1).AddMonths(1),
        ChequeFilter.Ahead => cheque.State is ChequeState.Ahead,
        _ => true,
    };

    private static Money Sum(IEnumerable<Cheque> cheques, Currency currency) => cheques.Aggregate(Money.Zero(currency), (sum, cheque) => sum + cheque.Amount);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
