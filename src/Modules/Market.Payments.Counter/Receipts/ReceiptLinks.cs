using Market.Payments.Counter.Models;
using OrchardCore.Modules;

namespace Market.Payments.Counter.Receipts;

/// <summary>
/// The public addresses of receipts. One works for a time after the receipt was issued or handed over; who signs in sees their receipts
/// always.
/// </summary>
public sealed class ReceiptLinks(ReceiptStore store, ISiteAddress address, IClock clock)
{
    /// <summary>How many days a link works.</summary>
    public const int Days = 60;

    /// <summary>The receipt that a link shows; none where there is no such link, or it works no more.</summary>
    public async Task<ReceiptDocument?> ReadAsync(string? token) =>
        !string.IsNullOrEmpty(token)
        && await store.FindByTokenAsync(token) is { } document
        && Works(document, await store.ListHandoutsAsync(document.Receipt.Number))
            ? document
            : null;

    /// <summary>The link to a receipt; none where it works no more, or the site's own address is not known.</summary>
    public async Task<Uri?> FindAsync(ReceiptDocument document, IReadOnlyList<ReceiptHandout> handouts)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Works(document, handouts) && await address.GetAsync() is { } site ? new Uri($"{site}/receipt/{document.Token}") : null;
    }

    private bool Works(ReceiptDocument document, IReadOnlyList<ReceiptHandout> handouts)
    {
        var since = handouts.Select(handout => handout.At).Append(document.Receipt.IssuedAt).Max();
        return clock.UtcNow < since.UtcDateTime.AddDays(Days);
    }
}
