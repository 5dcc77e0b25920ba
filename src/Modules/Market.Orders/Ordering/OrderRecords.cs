using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Market.Ledger.Amounts;
using Market.Ledger.Vat;
using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Payments;
using YesSql;

namespace Market.Orders.Ordering;

/// <summary>The orders of a year, with what their lines cost by VAT rate: the ledger has their totals only.</summary>
public sealed class OrderRecords(ISession session) : IYearRecords
{
    private const int PageSize = 200;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
    };

    public string FileName => "orders.jsonl";

    public string English => "the orders, their lines and what they cost by VAT rate";

    public string French => "les commandes, leurs lignes et ce qu'elles coûtent par taux de TVA";

    public async IAsyncEnumerable<string> WriteAsync(DateOnly from, DateOnly to, DateTimeOffset? since)
    {
        await foreach (var order in AllAsync())
        {
            if (order.Date <= to && (order.Date >= from || since is null || order.ChangedUtc >= since.Value.UtcDateTime))
            {
                yield return JsonSerializer.Serialize(Record(order), Json);
            }
        }
    }

    private async IAsyncEnumerable<Order> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var skip = 0; ; skip += PageSize)
        {
            var page = (await session.Query<Order, OrderIndex>(collection: OrdersConstants.Collection)
                .OrderBy(index => index.OrderId).Skip(skip).Take(PageSize).ListAsync(cancellationToken)).ToList();
            foreach (var order in page)
            {
                session.Detach(order, OrdersConstants.Collection);
                yield return order;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }
        }
    }

    private static object Record(Order order)
    {
        var currency = Currency.FromCode(order.Currency);
        return new
        {
            Order = order.OrderId,
            Account = order.AccountId,
            Distribution = order.DistributionId,
            Date = order.Date,
            Status = order.Status.ToString(),
            Revision = order.Revision,
            PlacedAt = Instant(order.PlacedUtc),
            ChangedAt = Instant(order.ChangedUtc),
            Currency = order.Currency,
            Due = order.Due().MinorUnits,
            Lines = order.Lines.Select(line => new
            {
                Product = line.ProductId,
                Producer = line.ProducerId,
                Name = line.Name,
                Unit = line.Unit,
                SoldBy = line.SoldBy.ToString(),
                UnitPrice = line.UnitPriceMinorUnits,
                Quantity = line.Quantity,
                Price = line.Price,
                Came = line.Came,
                Grams = line.WeightGrams,
                Cost = line.Cost(),
                VatBasisPoints = line.VatBasisPoints,
            }),
            Vat = OrderTotals.ByVatRate(order.Status is OrderStatus.Cancelled ? [] : order.Lines, currency).Select(rate => new
            {
                BasisPoints = rate.Key,
                Total = rate.Value.MinorUnits,
                Included = VatShare.Of(rate.Key, rate.Value).Vat.MinorUnits,
            }),
        };
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
