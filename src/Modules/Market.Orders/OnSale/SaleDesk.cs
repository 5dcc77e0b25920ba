using Market.Orders.Indexes;
using Market.Orders.Ordering;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.OnSale;

/// <summary>The work of <see cref="SaleLists"/> inside one unit of work. Nothing else calls it.</summary>
public sealed class SaleDesk(SaleTable table, OrderStore orders, IDistributionState state, IStringLocalizer<SaleDesk> S)
{
    /// <inheritdoc cref="SaleLists.SaveAsync"/>
    public async Task<string?> SaveAsync(SaveSaleList request)
    {
        // No order is placed or changed from here to the commit: what is counted stays so.
        if (await state.TakeAsync(request.DistributionId) is not null)
        {
            return S["This distribution is closed: what it sold stays as it is, unless it is opened again."];
        }

        var before = await table.ListAsync(request.DistributionId);
        if (SaleLists.StampOf(before) == SaleLists.StampOf(request.Items))
        {
            return null;
        }

        if (SaleLists.StampOf(before) != request.Stamp)
        {
            return S["This list has been changed in the meantime. Look at it as it is now before you change it."];
        }

        var taken = SaleLists.CountOrdered(await orders.ListPlacedAsync(request.DistributionId));
        foreach (var item in request.Items)
        {
            item.Taken = taken.GetValueOrDefault(item.ProductId);
        }

        await table.WriteAsync(request.DistributionId, request.Items);
        return null;
    }
}
