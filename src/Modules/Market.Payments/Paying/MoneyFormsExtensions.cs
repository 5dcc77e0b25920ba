using System.Globalization;
using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Payments.Paying;

internal static class MoneyFormsExtensions
{
    /// <summary>The field of a money form that a refusal is about; none where it is about the form.</summary>
    public static string FieldOfForm(this Refusal refusal) => refusal.Reason is RefusalReason.DayClosed ? nameof(MoneyFormViewModel.OccurredOn) : string.Empty;

    /// <summary>Today, as a date field shows it.</summary>
    public static async Task<string> TodayForInputAsync(this IMoneyForms forms) =>
        (await forms.TodayAsync()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What this user's form posted on the account already. It is asked once what the form is judged by is read.</summary>
    public static async Task<Operation?> FindFirstAsync(this IMoneyForms forms, IStatements statements, string accountId, MoneyFormViewModel sent) =>
        forms.ReadKey(sent.Key, new ModelStateDictionary()) is { } key ? await statements.FindByKeyAsync(accountId, key) : null;

    /// <summary>The form's key, amount and day; none, and a sentence at each field that is wrong, where not all of them can be read.</summary>
    /// <param name="forms">Reads the fields.</param>
    /// <param name="sent">The form.</param>
    /// <param name="errors">Where the sentences go.</param>
    /// <param name="first">What the form posted already, whose day is not judged again.</param>
    public static async Task<MoneyEntry?> ReadAsync(this IMoneyForms forms, MoneyFormViewModel sent, ModelStateDictionary errors, Operation? first = null)
    {
        var key = forms.ReadKey(sent.Key, errors);
        var amount = await forms.ReadAmountAsync(sent.Amount, errors);
        var date = first?.OccurredOn ?? await forms.ReadDateAsync(sent.OccurredOn, errors);
        return errors.IsValid ? new MoneyEntry(key!, amount!.Value, date!.Value) : null;
    }
}
