using Market.Ledger.Amounts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Payments;

/// <summary>
/// Reads what a form that posts has sent. What is wrong becomes a sentence in the reader's language at its field: <c>Key</c>,
/// <c>Amount</c> or <c>OccurredOn</c>.
/// </summary>
public interface IMoneyForms
{
    /// <summary>A key for a new form: sent twice, the form posts once.</summary>
    static string NewKey() => Guid.NewGuid().ToString("n");

    /// <summary>The id of who sent the form.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    string UserId { get; }

    /// <summary>The day that it is now for whoever sent the form.</summary>
    Task<DateOnly> TodayAsync();

    /// <summary>The idempotency key under which this user's form posts; another user's form never answers to it.</summary>
    /// <returns>None, and a sentence, where the form's key is not one of <see cref="NewKey"/>.</returns>
    string? ReadKey(string? key, ModelStateDictionary errors);

    /// <summary>The amount, above zero, in the market's currency.</summary>
    /// <returns>None, and a sentence, where it is not an amount, has too many decimals, a sign, or is too large.</returns>
    Task<Money?> ReadAmountAsync(string? text, ModelStateDictionary errors);

    /// <summary>The day, not in the future.</summary>
    /// <returns>None, and a sentence, where it is not one.</returns>
    Task<DateOnly?> ReadDateAsync(string? text, ModelStateDictionary errors);
}
