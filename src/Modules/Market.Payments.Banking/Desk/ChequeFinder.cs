using Market.Payments.Banking.Cheques;
using Market.Payments.Banking.Indexes;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Desk;

/// <summary>Finds cheques by the number printed on them, or by how it ends.</summary>
public sealed class ChequeFinder(ChequeTables tables, ChequeStore store, IClientAccounts accounts, IStringLocalizer<ChequeFinder> S) : IFinder
{
    private const int FewestDigits = 3;

    public string Right => PaymentsRights.ViewBalances;

    public async Task<IReadOnlyList<Found>> FindAsync(Searched searched)
    {
        ArgumentNullException.ThrowIfNull(searched);
        var number = searched.Text.Replace(" ", string.Empty, StringComparison.Ordinal);
        if (number.Length < FewestDigits || !number.All(char.IsAsciiDigit))
        {
            return [];
        }

        var found = (await store.FindManyAsync(await tables.FindByNumberAsync(number)))
            .Select(document => document.Cheque)
            .Where(cheque => cheque.Number.EndsWith(number, StringComparison.Ordinal))
            .OrderByDescending(cheque => cheque.BankDay)
            .Take(Searched.Most)
            .ToList();
        var names = await accounts.FindManyAsync([.. found.Select(cheque => cheque.AccountId).Distinct(StringComparer.Ordinal)]);
        return [.. found.Select(cheque => new Found(S["Cheques"], $"{cheque.Number} {cheque.Bank}".TrimEnd(), DeskLink.Of("PaymentsCheque", "id", cheque.Id))
        {
            Detail = string.Join(" · ", new[] { names.GetValueOrDefault(cheque.AccountId)?.Name, cheque.Amount.ForPeople(), cheque.ReceivedOn.InWords() }.OfType<string>()),
        })];
    }
}
