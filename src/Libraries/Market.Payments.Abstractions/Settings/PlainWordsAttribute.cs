namespace Market.Payments;

/// <summary>
/// Marks a class that writes what programs or spreadsheets go by, like the headings of a file: its sentences stay in the product's own words,
/// whatever words the market chooses.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PlainWordsAttribute : Attribute;
