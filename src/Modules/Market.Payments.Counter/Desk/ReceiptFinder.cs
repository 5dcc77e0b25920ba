using System.Globalization;
using Market.Payments.Counter.Receipts;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Desk;

/// <summary>Finds a receipt by its number.</summary>
public sealed class ReceiptFinder(ReceiptStore receipts, IClientAccounts accounts, IStringLocalizer<ReceiptFinder> S) : IFinder
{
    public string Right => PaymentsRights.ViewBalances;

    public async Task<IReadOnlyList<Found>> FindAsync(Searched searched)
    {
        ArgumentNullException.ThrowIfNull(searched);
        if (!long.TryParse(searched.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || await receipts.FindAsync(number) is not { } found)
        {
            return [];
        }

        var account = await accounts.FindAsync(found.Receipt.AccountId);
        return [new Found(S["Receipts"], S["Receipt {0}", number], DeskLink.Of("StaffReceipt", "number", searched.Text)) { Detail = account?.Name }];
    }
}
