namespace Market.Payments.Words;

/// <summary>A word that markets use, in both languages; its name is stored.</summary>
public sealed record OfferedWord(string Name, Noun English, Noun French);
