using System.Text;

namespace KnowledgeApi.Knowledge.Texts;

/// <summary>
/// A text in which the two things typesetters change do not count: white space is single blanks and quotation marks are
/// plain. Remembers where each of its characters comes from.
/// </summary>
internal sealed class NormalizedText
{
    private readonly int[] _from;

    public NormalizedText(CodePointText text)
    {
        var content = new StringBuilder(text.Length);
        var from = new List<int>(text.Length);
        var blankFrom = -1;
        var offset = 0;
        var afterGuillemet = false;
        foreach (var rune in text.Content.EnumerateRunes())
        {
            if (rune.Value is 0x200B or 0xFEFF or 0xAD)
            {
                offset++;
                continue;
            }
            if (Rune.IsWhiteSpace(rune))
            {
                if (blankFrom < 0)
                    blankFrom = offset++;
                else
                    offset++;
                continue;
            }
            // French sets a blank inside its quotation marks, others do not.
            if (blankFrom >= 0 && content.Length > 0 && rune.Value != '»' && !afterGuillemet)
                Append(" ", blankFrom);
            blankFrom = -1;
            afterGuillemet = rune.Value == '«';
            Append(Plain(rune), offset++);
        }
        Content = content.ToString();
        from.Add(offset);
        _from = [.. from];

        void Append(string characters, int origin)
        {
            content.Append(characters);
            for (var i = 0; i < characters.Length; i++)
                from.Add(origin);
        }
    }

    public string Content { get; }

    /// <summary>Where in the original text a stretch of this one stands.</summary>
    public (int Start, int End) Origin(int start, int length) => (_from[start], _from[start + length - 1] + 1);

    public static string Of(string text) => new NormalizedText(new(text)).Content;

    private static string Plain(Rune rune) => rune.Value switch
    {
        '’' or '‘' or 'ʼ' or '‛' or '′' => "'",
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' => "\"",
        _ => rune.ToString(),
    };
}
