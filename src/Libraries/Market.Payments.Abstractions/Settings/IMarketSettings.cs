using System.Text.Json.Nodes;

namespace Market.Payments;

/// <summary>
/// One part of what a market has settled, as recipes and deployment plans carry it. A module offers one for each of its settings; the
/// recipe step <c>MarketSettings</c> reads all that are given before it saves any.
/// </summary>
public interface IMarketSettings
{
    /// <summary>What the part is called in the step, like <c>Payments</c>.</summary>
    string Name { get; }

    /// <summary>Tells whether the site has such settings, by a person or by a recipe.</summary>
    Task<bool> AreStoredAsync();

    /// <summary>Writes the settings, without secrets.</summary>
    Task<JsonObject> ExportAsync();

    /// <summary>Reads settings by the rules of their page, and saves nothing yet. What is not given stays as it is.</summary>
    /// <param name="given">The properties to set, named as the export names them.</param>
    Task<SettingsReading> ReadAsync(JsonObject given);
}
