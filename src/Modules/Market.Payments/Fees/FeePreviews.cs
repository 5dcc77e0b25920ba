using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Payments.AccountBalances;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;

namespace Market.Payments.Fees;

/// <summary>Reads the form that charges many accounts, and works out what it would do.</summary>
public sealed class FeePreviews(
    FeePlanner planner,
    FeeRuns runs,
    BalanceSums sums,
    BalanceList balances,
    IClientAccounts accounts,
    IMoneyForms forms,
    ISiteService siteService,
    IStringLocalizer<FeePreviews> S)
{
    /// <summary>Fills in the plan.</summary>
    /// <returns>Whether the form could be read; where not, a sentence stands at each field that is wrong.</returns>
    public async Task<bool> FillAsync(FeeFormViewModel model, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(errors);
        if (await ReadAsync(model, errors) is not { } request)
        {
            return false;
        }

        var query = new BalanceQuery(model.Search, model.Filter, BalanceSort.Name, 0, int.MaxValue);
        var totals = await sums.ReadAsync();
        var offered = await balances.ListAsync(query, totals, await balances.CountAsync(query, totals));
        var isFirst = model.Seen is null;
        var ids = offered.Where(row => row.IsOpen || model.Filter is not BalanceFilter.All).Select(row => row.AccountId).Union(model.Selected, StringComparer.Ordinal).ToList();
        var all = await planner.PreviewAsync(request with { AccountIds = ids });
        if (isFirst)
        {
            model.Selected = model.Selection is FeeSelection.Ticked ? [] : [.. all.Lines.Where(line => line.WhyNot is null).Select(line => line.AccountId)];
        }

        var selected = model.Selected.ToHashSet(StringComparer.Ordinal);
        model.Accounts = await accounts.FindManyAsync(ids);
        model.Lines = [.. all.Lines.Where(line => model.Accounts.ContainsKey(line.AccountId)).OrderByName(line => model.Accounts[line.AccountId].Name)];
        model.Plan = new FeePlan(request with { AccountIds = model.Selected }, [.. model.Lines.Where(line => selected.Contains(line.AccountId))]);
        model.NeedsApproval = NeedsAnother(
            (await siteService.GetSettingsAsync<PaymentsSettings>()).FeeApprovalMinorUnits, await runs.OfNameAsync(request.NameHash), model.Plan.Total);
        return true;
    }

    /// <summary>Whether a second person has to approve. What one person may do alone is counted by the name, or it would be done in parts.</summary>
    /// <param name="limit">The limit, in minor units; zero for none.</param>
    /// <param name="ofName">The runs of the name.</param>
    /// <param name="total">What comes on top.</param>
    public static bool NeedsAnother(long limit, IReadOnlyList<FeeRun> ofName, Money total)
    {
        ArgumentNullException.ThrowIfNull(ofName);
        var alone = ofName.Where(run => run.State == FeeRunState.Posted && run.DecidedBy is null).Sum(run => run.Total().Abs().MinorUnits);
        return limit > 0 && alone + total.Abs().MinorUnits > limit;
    }

    private async Task<FeeRequest?> ReadAsync(FeeFormViewModel model, ModelStateDictionary errors)
    {
        var name = OneLine.OrNull(model.Name);
        if (name is null || NameText.Fold(name).Length == 0)
        {
            errors.AddModelError(nameof(model.Name), S["Please say what it is for."]);
        }
        else if (name.Length > PostingRules.MaxMemoLength)
        {
            errors.AddModelError(nameof(model.Name), S["This text is too long."]);
        }

        var amount = await forms.ReadAmountAsync(model.Amount, errors);
        var day = await forms.ReadDateAsync(model.OccurredOn, errors);
        return !errors.IsValid ? null : new FeeRequest
        {
            Name = name!,
            Kind = model.Entry is FeeEntry.Fee ? OperationKind.Fee : OperationKind.Adjustment,
            Amount = model.Entry is FeeEntry.Give ? amount!.Value : -amount!.Value,
            OccurredOn = day!.Value,
            AccountIds = [],
            BelowFloorToo = model.BelowFloorToo,
        };
    }
}
