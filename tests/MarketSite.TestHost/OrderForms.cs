namespace MarketSite.TestHost;

/// <summary>The order page, for tests that are not about its last look: what is typed there is sent to where that sends it.</summary>
public static class OrderForms
{
    /// <summary>The form of the order page as the last look sends it on: to place an order, or to change the one that is there.</summary>
    public static SiteForm OrderForm(this SitePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var form = page.Form("form[data-order-form]");
        return form.With("FormKey", Guid.NewGuid().ToString("n")).To(new Uri(form.Action, form["OrderId"] is null ? "place" : "change"));
    }
}
