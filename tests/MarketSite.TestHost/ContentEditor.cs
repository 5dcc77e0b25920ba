namespace MarketSite.TestHost;

/// <summary>Makes and finds content items by Orchard's own editor and list, as an editor of the site does.</summary>
public static class ContentEditor
{
    /// <summary>Fills a new item's editor and publishes it.</summary>
    public static async Task PublishNewAsync(this SiteClient editor, string type, Func<SiteForm, SiteForm> fill)
    {
        ArgumentNullException.ThrowIfNull(editor);
        ArgumentNullException.ThrowIfNull(fill);
        var form = (await editor.GetAsync($"/Admin/Contents/ContentTypes/{type}/Create")).Form($"form:has([name^='{type}Part.'])");
        var answer = await editor.SubmitAsync(fill(form).With("submit.Publish", "submit.Publish"));
        if (!answer.Notices.Contains("published", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The new {type} is not published: {answer.Text}");
        }
    }

    /// <summary>The id of the item of a type that is called so.</summary>
    public static async Task<string> FindContentAsync(this SiteClient editor, string type, string name)
    {
        ArgumentNullException.ThrowIfNull(editor);
        var list = await editor.GetAsync($"/Admin/Contents/ContentItems/{type}?q={Uri.EscapeDataString(name)}");
        var link = list.Document.QuerySelectorAll("a[href*='/ContentItems/']").First(link => link.TextContent.Contains(name, StringComparison.Ordinal));
        return link.GetAttribute("href")!.Split("/ContentItems/")[1].Split('/', '?')[0];
    }

    /// <summary>Makes a producer who sells one product, and gives their ids.</summary>
    public static async Task<(string ProducerId, string ProductId)> AddProducerAsync(this SiteClient editor, string producer, string product, string price)
    {
        await editor.PublishNewAsync("Producer", form => form
            .With("TitlePart.Title", producer)
            .With("ProducerPart.Village", "Here")
            .With("ProducerPart.Description", "A farm."));
        var producerId = await editor.FindContentAsync("Producer", producer);
        await editor.PublishNewAsync("Product", form => form
            .With("TitlePart.Title", product)
            .With("ProductPart.ProducerId", producerId)
            .With("ProductPart.Unit", "piece")
            .With("ProductPart.Price", price)
            .With("ProductPart.Vat", "5.5"));
        return (producerId, await editor.FindContentAsync("Product", product));
    }

    /// <summary>Makes a distribution from six to half past seven in the evening, and gives its id.</summary>
    /// <param name="editor">Who makes it.</param>
    /// <param name="place">Where it is, by which it is found.</param>
    /// <param name="day">The day, as a form takes it.</param>
    /// <param name="opens">When orders open, as a form takes it.</param>
    /// <param name="closes">When they close, as a form takes it.</param>
    public static async Task<string> AddDistributionAsync(this SiteClient editor, string place, string day, string opens, string closes)
    {
        await editor.PublishNewAsync("Distribution", form => form
            .With("DistributionPart.Place", place)
            .With("DistributionPart.Date", day)
            .With("DistributionPart.CollectFrom", "18:00")
            .With("DistributionPart.CollectTo", "19:30")
            .With("DistributionPart.OpensLocal", opens)
            .With("DistributionPart.ClosesLocal", closes));
        return await editor.FindContentAsync("Distribution", place);
    }
}
